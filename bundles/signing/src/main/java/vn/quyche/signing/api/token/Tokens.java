package vn.quyche.signing.api.token;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.security.Caller;

/**
 * The register of signing tokens, what each may sign, and what was signed. {@code signing:tokens} sees all of it; everybody
 * sees the tokens that name them or are with them.
 */
@ProviderType
public interface Tokens {

    /** The largest file of a certificate, in bytes. */
    int MAX_FILE = 256 * 1024;

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of serial, provider or name
     * @param state where it stands
     * @param kind whose signature it makes
     * @param mine only those with the caller
     */
    record Query(Optional<String> text, Optional<TokenState> state, Optional<SignatureKind> kind, boolean mine) {

        /** Everything. */
        public static Query all() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), false);
        }

        /** Those with the caller. */
        public static Query own() {
            return new Query(Optional.empty(), Optional.empty(), Optional.empty(), true);
        }
    }

    /**
     * A token to register; fields as in {@link SigningToken}.
     *
     * @param certificate the file of the certificate: DER, PEM or PKCS#7; never one with a private key in it
     */
    record NewToken(
            String serial,
            SignatureKind kind,
            String provider,
            String purpose,
            String holderId,
            String place,
            String remark,
            byte[] certificate) {}

    /** A scope to grant; fields as in {@link TokenScope}. */
    record NewScope(List<String> kinds, LocalDate from, LocalDate to, int most, String delegationId, String basis) {

        public NewScope {
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }
    }

    /**
     * Somebody who should have a token by clause MT.11.1 and has none.
     *
     * @param personId who
     * @param name the name
     * @param post for which post
     * @param kind which token
     */
    record Lacking(String personId, String name, Post post, SignatureKind kind) {}

    /**
     * What the caller may do with a token.
     *
     * @param keep register, hand over, end
     * @param grant grant scopes
     * @param confirm say that it is still in their hands
     * @param report report it, ask for support
     */
    record Rights(boolean keep, boolean grant, boolean confirm, boolean report) {}

    /**
     * Tokens that the caller sees, by {@code serial} (the order unless asked otherwise) or {@code expiry}.
     *
     * @throws vn.quyche.core.api.error.Invalid {@code core.bad-sort} or {@code core.bad-cursor}
     */
    Page<SigningToken> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code token.not-found} */
    SigningToken get(Caller caller, String tokenId);

    /** What the caller may do with a token. */
    Rights rights(Caller caller, String tokenId);

    /** Whether the caller keeps tokens for the school: {@code signing:keep-tokens}. */
    boolean keeps(Caller caller);

    /** Who should have a token and has none; takes {@code signing:tokens}. */
    List<Lacking> lacking(Caller caller);

    /**
     * Puts a token into the register; it is kept by the caller until it is handed over. Takes {@code signing:keep-tokens}.
     *
     * @param key idempotency key, blank for none
     * @return its id
     * @throws vn.quyche.core.api.error.Refused {@code token.private-key} (MT.11.2) when the file holds a private key: nothing of
     *     it is kept; {@code token.has-one} and {@code token.certificate-of-another} (MT.11.1)
     */
    String register(Caller caller, NewToken token, String key);

    /** Puts a new certificate of the same holder into a token that is not reported; takes {@code signing:keep-tokens}. */
    SigningToken renew(Caller caller, String tokenId, byte[] certificate, String remark, long version);

    /** Changes what is written about a token; takes {@code signing:keep-tokens}. */
    SigningToken change(Caller caller, String tokenId, String provider, String purpose, String place, long version);

    /**
     * Bars a token ({@code BLOCKED}), ends it ({@code REVOKED}, {@code DESTROYED}), or lets a barred one sign again ({@code
     * IN_USE}, which takes {@code signing:grant-scope}); takes {@code signing:keep-tokens} and a
     * reason.
     */
    SigningToken mark(Caller caller, String tokenId, TokenState state, String reason, long version);

    /** The custodian says that the token is in their hands. */
    SigningToken confirm(Caller caller, String tokenId);

    /** What a token may sign, latest first. */
    List<TokenScope> scopes(Caller caller, String tokenId);

    /**
     * Lets a token sign something; takes {@code signing:grant-scope}.
     *
     * @return the id of the scope
     */
    String grant(Caller caller, String tokenId, NewScope scope, String key);

    /** Takes a scope back; takes {@code signing:grant-scope} and a reason. */
    void endScope(Caller caller, String tokenId, String scopeId, String reason);

    /**
     * The register of uses, newest first; all of it with {@code signing:tokens}, else that of tokens which the caller sees.
     *
     * @param tokenId of which token; empty for all, and for who sees but their own: the own ones
     */
    Page<TokenUse> uses(Caller caller, Optional<String> tokenId, Optional<TokenUse.Outcome> outcome, PageRequest page);
}
