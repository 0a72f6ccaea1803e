package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.quyche.core.security.shell.Column;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.TokenScope;
import vn.quyche.signing.api.token.TokenUse;

/** How tokens and what belongs to them are shown. */
final class TokenColumns {

    private TokenColumns() {}

    static List<Column<SigningToken>> tokens(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", SigningToken::id),
                Column.of(text.apply("token.serial"), SigningToken::serial),
                Column.of(text.apply("token.holder"), SigningToken::holderName),
                Column.of(text.apply("token.custodian"), SigningToken::custodianName),
                Column.of(text.apply("core.state"), one -> text.apply("token.state." + one.state())),
                Column.of(text.apply("token.valid-to"), one -> one.certificate().validTo()),
                Column.of("v", SigningToken::version));
    }

    static List<Column<TokenScope>> scopes(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", TokenScope::id),
                Column.of(text.apply("token.kinds"), one -> String.join(" ", one.kinds())),
                Column.of(text.apply("core.from"), TokenScope::from),
                Column.of(text.apply("core.to"), TokenScope::to),
                Column.of(text.apply("token.most"), TokenScope::most),
                Column.of(text.apply("token.used"), TokenScope::used),
                Column.of(text.apply("token.basis"), TokenScope::basis));
    }

    static List<Column<TokenCase>> cases(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", TokenCase::id),
                Column.of(text.apply("token.serial"), TokenCase::serial),
                Column.of(text.apply("token.case"), one -> text.apply("token.case-kind." + one.kind())),
                Column.of(text.apply("token.reporter"), TokenCase::reporterName),
                Column.of(text.apply("core.time"), TokenCase::reportedAt),
                Column.of(
                        text.apply("token.outcome"),
                        one -> one.outcome()
                                .map(outcome -> text.apply("token.case-outcome." + outcome))
                                .orElse("")));
    }

    static List<Column<TokenUse>> uses(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", TokenUse::id),
                Column.of(text.apply("core.time"), TokenUse::askedAt),
                Column.of(text.apply("token.serial"), TokenUse::serial),
                Column.of(text.apply("core.person"), TokenUse::personName),
                Column.of(text.apply("token.document-kind"), TokenUse::documentKind),
                Column.of(text.apply("token.document"), TokenUse::documentId),
                Column.of(text.apply("token.outcome"), one -> text.apply("token.use." + one.outcome())),
                Column.of(text.apply("token.clause"), TokenUse::clause));
    }

    static List<Column<HandOver>> handOvers(UnaryOperator<String> text) {
        return List.of(
                Column.of("id", HandOver::id),
                Column.of(text.apply("token.minutes-number"), HandOver::number),
                Column.of(text.apply("token.serial"), HandOver::serial),
                Column.of(text.apply("token.giver"), HandOver::giverName),
                Column.of(text.apply("token.receiver"), HandOver::receiverName),
                Column.of(text.apply("core.state"), one -> text.apply("token.hand-over-state." + one.state())));
    }
}
