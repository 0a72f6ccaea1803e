package vn.quyche.signing.internal.shell;

import java.util.Optional;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;

/** Reads a token from the command line: people type its serial, scripts its id. */
final class TokenArgument {

    private TokenArgument() {}

    /** @throws NotFound {@code token.not-found} when the caller sees no such token */
    static SigningToken find(Tokens tokens, Caller caller, String idOrSerial) {
        Tokens.Query bySerial = new Tokens.Query(Optional.of(idOrSerial), Optional.empty(), Optional.empty(), false);
        String wanted = VietnameseText.fold(idOrSerial);
        return tokens.list(caller, bySerial, PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .filter(token -> VietnameseText.fold(token.serial()).equals(wanted))
                .findFirst()
                .orElseGet(() -> tokens.get(caller, idOrSerial));
    }
}
