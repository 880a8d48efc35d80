internal import GRDB
internal import Glibc

/// What stands where a database is to be written.
enum SQLiteTarget {
  enum State {
    case absent
    case ours
    /// With the error that says so.
    case foreign(ExportError)
  }

  static func state(of path: String, patience: Double) throws(ExportError) -> State {
    let kind = try TargetFile.kind(of: path)
    if kind == .absent || kind == .file(size: 0) { return .absent }
    if let error = TargetFile.misplaced(path, kind) { throw error }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let (application, version, objects) = try queue.read { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
          try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        )
      }
      try queue.close()
      if application == SQLiteSchema.applicationID {
        if version == Tables.version { return .ours }
        return .foreign(
          ExportError(
            "database-version",
            zh: "“\(path)”是第 \(version) 版结构的数据库，本程序写第 \(Tables.version) 版；请另给一个文件名重新导出，或用 --force 覆盖。",
            en: "\(path) has version \(version) of the schema, and this program writes version \(Tables.version); "
              + "export into another file, or overwrite it with --force."))
      }
      if application == 0, objects == 0 { return .absent }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      // It holds something else.
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return .foreign(self.error(error, path))
    } catch let error as DatabaseError {
      throw self.error(error, path)
    } catch {
      throw ExportError("database", zh: "“\(path)”无法打开：\(error)。", en: "\(path) cannot be opened: \(error).")
    }
    return .foreign(TargetFile.foreign(path))
  }

  static func error(_ error: DatabaseError, _ path: String) -> ExportError {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      ExportError(
        "database-locked", zh: "“\(path)”正被其他程序占用，等待后仍未释放；请关闭占用它的程序后重试。原有内容未变。",
        en: "\(path) is locked by another program, which did not release it in time; close that program and try again. "
          + "The database is as it was.")
    case .SQLITE_FULL, .SQLITE_IOERR:
      ExportError(
        "disk-full", zh: "“\(path)”写不下：磁盘已满或读写出错；请腾出空间后重试（排序用的临时文件在 TMPDIR 或 /var/tmp 中）。原有内容未变。",
        en:
          "\(path) cannot be written, the disk is full or failing; make room and try again (what is sorted goes to TMPDIR or "
          + "/var/tmp). What it held is as it was.")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      ExportError(
        "target-denied", zh: "“\(path)”无法打开或写入；请检查文件夹是否存在、是否有写入权限。",
        en: "\(path) cannot be opened or written; check that its folder exists and that you may write there.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      ExportError(
        "database-damaged", zh: "“\(path)”已损坏，不是完整的 SQLite 数据库；请换一个文件名重新导出，或用 --force 覆盖。",
        en: "\(path) is damaged, no whole SQLite database; export into another file, or overwrite it with --force.")
    default:
      ExportError(
        "database", zh: "“\(path)”写入失败：\(error.message ?? "")（SQLite \(error.resultCode.rawValue)）。原有内容未变。",
        en:
          "\(path) could not be written: \(error.message ?? "") (SQLite \(error.resultCode.rawValue)). It is as it was."
      )
    }
  }
}
