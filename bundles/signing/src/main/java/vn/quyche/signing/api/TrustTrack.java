package vn.quyche.signing.api;

/** The two stores of roots, apart by law (NĐ 68/2024 and NĐ 23/2025). */
public enum TrustTrack {
    /** Chứng thư chữ ký số chuyên dùng công vụ, from the Government Cipher Committee. */
    OFFICIAL,
    /** Chứng thư chữ ký số công cộng, under the National Root CA. */
    PUBLIC
}
