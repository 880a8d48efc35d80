/// No digest could be computed.
package enum DigestError: Error, Hashable, Sendable {
  /// OpenSSL has no SHA-256 (a restricted configuration), or no memory.
  case refused

  package var zh: String {
    "无法计算 SHA-256 校验值：系统的 OpenSSL 拒绝了该算法，或内存不足；请检查 OpenSSL 的配置（openssl.cnf）。"
  }

  package var en: String {
    "cannot compute SHA-256: the system's OpenSSL refuses it or is out of memory; check its configuration (openssl.cnf)."
  }
}
