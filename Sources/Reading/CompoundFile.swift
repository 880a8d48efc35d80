/// The directory of an OLE2 compound file ([MS-CFB]), as far as it tells what the file is. Every Office program before
/// 2007 saved in this format.
///
/// Sector numbers are followed only within the file, and no chain further than the file has sectors.
struct CompoundFile {
  enum Kind {
    case word, protectedWord, spreadsheet, presentation
    /// Today's Office files with a password stand in an old one.
    case protectedOffice
    case other
  }

  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let noSector = 0xFFFF_FFFA
  /// Files larger than this are seen to their first 100,000 names.
  private static let mostNames = 100_000

  private let bytes: [UInt8]
  private let sectorShift: Int
  private var tableSectors: [Int] = []

  static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// What the names in the directory say; `other` also if it can't be read. O(directory).
  static func kind(of bytes: [UInt8]) -> Kind {
    guard let file = CompoundFile(bytes) else { return .other }
    return file.kind
  }

  private init?(_ bytes: [UInt8]) {
    // Sectors have 512 bytes, or 4,096.
    guard bytes.count > 512, bytes[31] == 0, bytes[30] == 9 || bytes[30] == 12 else { return nil }
    self.bytes = bytes
    sectorShift = Int(bytes[30])
    tableSectors = findTableSectors()
  }

  /// The sectors that hold the table of chains: 109 of them are named in the header, the others in a chain of sectors.
  private func findTableSectors() -> [Int] {
    var sectors = (0..<109).compactMap { uint(at: 76 + 4 * $0, 4) }.prefix { $0 < Self.noSector }.map { $0 }
    var next = uint(at: 68, 4) ?? Self.noSector
    var left = sectorCount
    let names = (1 << sectorShift) / 4 - 1
    while next < Self.noSector, left > 0 {
      left -= 1
      let start = offset(ofSector: next)
      sectors += (0..<names).compactMap { uint(at: start + 4 * $0, 4) }.prefix { $0 < Self.noSector }
      next = uint(at: start + 4 * names, 4) ?? Self.noSector
      if sectors.count > sectorCount { break }
    }
    return sectors
  }

  /// The last one may be cut short, as WPS Office writes it.
  private var sectorCount: Int { bytes.count >> sectorShift }

  private func offset(ofSector sector: Int) -> Int { (sector + 1) << sectorShift }

  private func sector(after sector: Int) -> Int? {
    let perSector = (1 << sectorShift) / 4
    guard tableSectors.indices.contains(sector / perSector) else { return nil }
    return uint(at: offset(ofSector: tableSectors[sector / perSector]) + 4 * (sector % perSector), 4)
  }

  private var kind: Kind {
    var sector = uint(at: 48, 4) ?? Self.noSector
    var left = min(sectorCount, Self.mostNames)
    var result = Kind.other
    while sector < Self.noSector, left > 0 {
      left -= 1
      let start = offset(ofSector: sector)
      for entry in stride(from: start, to: min(start + 1 << sectorShift, bytes.count - 127), by: 128) {
        switch name(at: entry) {
        case "WordDocument": return isProtected(entry) ? .protectedWord : .word
        case "EncryptedPackage": return .protectedOffice
        case "Workbook", "Book": result = .spreadsheet
        case "PowerPoint Document": result = .presentation
        default: break
        }
      }
      sector = self.sector(after: sector) ?? Self.noSector
    }
    return result
  }

  /// The name of a directory's entry, if it is one in ASCII.
  private func name(at entry: Int) -> String? {
    guard let length = uint(at: entry + 64, 2), (4...64).contains(length), uint(at: entry + 66, 1) == 2 else {
      return nil
    }
    var result = ""
    for offset in stride(from: 0, to: length - 2, by: 2) {
      guard let unit = uint(at: entry + offset, 2), let scalar = Unicode.Scalar(UInt16(unit)), scalar.isASCII else {
        return nil
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Whether the text's own header ([MS-DOC] 2.5.2, FibBase.fEncrypted) says that there is a password. Streams of less
  /// than 4,096 bytes, too small for a document of Word, are not looked into.
  private func isProtected(_ entry: Int) -> Bool {
    guard let first = uint(at: entry + 116, 4), let size = uint(at: entry + 120, 4), size >= 4096,
      first < sectorCount, let flags = uint(at: offset(ofSector: first) + 10, 2)
    else { return false }
    return flags & 0x0100 != 0
  }

  /// A number of `width` bytes, lowest first; nil beyond the end.
  private func uint(at offset: Int, _ width: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - width else { return nil }
    var result = 0
    for index in 0..<width { result |= Int(bytes[offset + index]) << (8 * index) }
    return result
  }
}
