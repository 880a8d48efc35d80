import Digest
import Testing

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
  ])
  func `a digest in Base64 is what openssl gives`(text: String, base64: String) throws {
    #expect(try SHA256(of: text).base64 == base64)
  }
}
