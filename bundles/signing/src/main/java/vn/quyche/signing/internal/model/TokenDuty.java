package vn.quyche.signing.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.TokenCase;
import vn.quyche.signing.api.token.Tokens;

/** The duties about tokens. */
public final class TokenDuty {

    /** The kind of thing that a token is, for audit and duties. */
    public static final String TOKEN = "signing.token";

    private TokenDuty() {}

    /** One side of a hand-over is still to confirm. */
    public static NewDuty confirm(HandOver pending, String personId, Instant due) {
        return duty(
                "signing.confirm-hand-over:" + pending.id() + ":" + personId,
                "signing.confirm-hand-over",
                "MT.11.5",
                "Xác nhận bàn giao USB ký số " + pending.serial(),
                personId,
                new Subject("signing.hand-over", pending.id(), "/signing/hand-overs/" + pending.id()),
                due);
    }

    /** The key of the duty to tell the provider. */
    public static String tellKey(String caseId, String personId) {
        return "signing.tell-provider:" + caseId + ":" + personId;
    }

    /** The provider is still to be told of a loss, or asked for support. */
    public static NewDuty tell(TokenCase reported, String personId, Instant due) {
        String title = reported.kind().bars()
                ? "Báo nhà cung cấp khóa chứng thư, USB ký số "
                : "Gửi yêu cầu hỗ trợ cho nhà cung cấp, USB ký số ";
        return duty(
                tellKey(reported.id(), personId),
                "signing.tell-provider",
                reported.kind().bars() ? "MT.11.4" : "MT.11.7",
                title + reported.serial(),
                personId,
                new Subject("signing.token-case", reported.id(), "/signing/token-cases/" + reported.id()),
                due);
    }

    /** The key of the duty to replace a token. */
    public static String replaceKey(String tokenId, String personId) {
        return "signing.replace-token:" + tokenId + ":" + personId;
    }

    /** A token is to be replaced. */
    public static NewDuty replace(SigningToken token, String personId, Instant due) {
        return duty(
                replaceKey(token.id(), personId),
                "signing.replace-token",
                "MT.11.4",
                "Làm USB ký số mới thay USB " + token.serial(),
                personId,
                new Subject("signing.token-replacement", token.id(), "/signing/tokens/" + token.id()),
                due);
    }

    /** Somebody should have a token and has none. */
    public static NewDuty give(Tokens.Lacking lacking, String personId, Instant due) {
        String whose = lacking.kind() == SignatureKind.ORGANIZATION ? "của trường cho " : "cho ";
        return duty(
                giveKey(lacking.kind(), lacking.personId(), personId),
                "signing.give-token",
                "MT.11.1",
                "Đăng ký và giao USB ký số " + whose + lacking.name(),
                personId,
                new Subject("signing.token-lacking", lacking.personId(), "/signing/tokens/lacking"),
                due);
    }

    /** The key of the duty to give somebody a token. */
    public static String giveKey(SignatureKind kind, String lackingId, String personId) {
        return "signing.give-token:" + (kind == SignatureKind.ORGANIZATION ? "school" : lackingId) + ":" + personId;
    }

    /** A token is not used, and is to be handed in; the same duty comes again with each period. */
    public static NewDuty handIn(SigningToken token, String period, Instant due) {
        return duty(
                "signing.hand-in-token:" + token.id() + ":" + period,
                "signing.hand-in-token",
                "MT.11.5",
                "Trả lại trường USB ký số không dùng " + token.serial(),
                token.custodianId(),
                new Subject("signing.token-unused", token.id(), "/signing/tokens/" + token.id() + "/hand-over"),
                due);
    }

    /** A token is with somebody who may not have it any more, and is to be taken back. */
    public static NewDuty collect(SigningToken token, String custodianName, String personId, Instant due) {
        return duty(
                "signing.collect-token:" + token.id() + ":" + token.custodianId() + ":" + personId,
                "signing.collect-token",
                "MT.11.5",
                "Thu lại USB ký số " + token.serial() + " do " + custodianName + " đang giữ",
                personId,
                new Subject("signing.token-collect", token.id(), "/signing/tokens/" + token.id() + "/hand-over"),
                due);
    }

    private record Subject(String type, String id, String link) {}

    private static NewDuty duty(
            String key, String kind, String clause, String title, String personId, Subject subject, Instant due) {
        return new NewDuty(
                key,
                kind,
                clause,
                title,
                personId,
                subject.type(),
                subject.id(),
                subject.link(),
                due,
                List.of(Duration.ofHours(4)),
                Optional.empty());
    }
}
