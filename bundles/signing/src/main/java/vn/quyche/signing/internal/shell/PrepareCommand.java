package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;

/** Prepares a signature whose key is elsewhere, and shows what the key is to sign. */
@Service
@Command(scope = "signing", name = "prepare", description = "Chuẩn bị ký bằng khóa ở ngoài máy chủ")
public final class PrepareCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "Mã văn bản đi", required = true)
    private String document;

    @Argument(index = 1, name = "token", description = "Số thiết bị hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Option(name = "--scheme", description = "RSA_PKCS1, RSA_PSS hoặc ECDSA; để trống theo loại khóa")
    private String scheme = "";

    @Option(name = "--stamp", description = "Xin dấu thời gian")
    private boolean stamp;

    @Reference
    private OutsideSigning outside;

    @Reference
    private Tokens tokens;

    @Reference
    private OutgoingDocuments documents;

    @Override
    protected void run() {
        PreparedSignature prepared = outside.prepare(
                caller(),
                order(TokenArgument.find(tokens, caller(), token), documents.get(caller(), document), stamp, scheme));
        showOne(prepared, columns(this::text));
    }

    /** What is to be prepared: the bytes of the document that are to be signed now. */
    static OutsideSigning.NewPreparation order(
            SigningToken token, OutgoingDocument document, boolean stamp, String scheme) {
        String sha256 = document.form() == SignatureForm.DIGITAL ? document.signedSha256() : document.approvedSha256();
        return new OutsideSigning.NewPreparation(
                new SigningPort.Document(document.id(), sha256),
                token.id(),
                token.kind(),
                stamp ? SignatureLevel.T : SignatureLevel.B,
                scheme);
    }

    /** What is shown of a preparation that waits for a value. */
    static List<Column<PreparedSignature>> columns(UnaryOperator<String> text) {
        return List.of(
                Column.of("ID", PreparedSignature::id),
                Column.of(text.apply("signing.code"), PreparedSignature::title),
                Column.of(text.apply("signing.part"), waits -> waits.part() + "/" + waits.parts()),
                Column.of(text.apply("signing.key.scheme"), PreparedSignature::scheme),
                Column.of(text.apply("signing.to-be-signed"), PreparedSignature::data),
                Column.of(text.apply("signing.expires-at"), waits -> VietnamTime.moment(waits.expiresAt())));
    }
}
