package vn.quyche.messenger.api;

/**
 * What lets the school act for an official account: a code that the platform gave, or a pair of tokens.
 *
 * @param code the code; empty when tokens are given
 * @param codeVerifier the verifier that belongs to the code; may be empty
 * @param accessToken the access token; empty when a code is given
 * @param refreshToken the refresh token that came with it
 */
public record Authorisation(String code, String codeVerifier, String accessToken, String refreshToken) {

    public Authorisation {
        code = code == null ? "" : code.strip();
        codeVerifier = codeVerifier == null ? "" : codeVerifier.strip();
        accessToken = accessToken == null ? "" : accessToken.strip();
        refreshToken = refreshToken == null ? "" : refreshToken.strip();
    }

    /** Never shows secrets. */
    @Override
    public String toString() {
        return "Authorisation[***]";
    }
}
