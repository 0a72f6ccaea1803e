package vn.quyche.signing.internal.shell;

import java.io.IOException;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.token.SigningToken;
import vn.quyche.signing.api.token.Tokens;

/** Signs an approved and numbered document; the PIN is asked for and not shown. */
@Service
@Command(scope = "signing", name = "sign", description = "Ký số văn bản đã duyệt, đã cấp số; hỏi mã PIN")
public final class SignCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "Mã văn bản đi", required = true)
    private String document;

    @Argument(index = 1, name = "token", description = "Số thiết bị hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Option(name = "--stamp", description = "Xin dấu thời gian")
    private boolean stamp;

    @Reference
    private SigningPort port;

    @Reference
    private Tokens tokens;

    @Reference
    private OutgoingDocuments documents;

    @Reference
    private Session session;

    @Override
    protected void run() {
        SigningToken found = TokenArgument.find(tokens, caller(), token);
        OutgoingDocument one = documents.get(caller(), document);
        String sha256 = one.form() == SignatureForm.DIGITAL ? one.signedSha256() : one.approvedSha256();
        say(one.code() + " · " + one.subject() + " · " + sha256);
        MadeSignature made = port.sign(
                caller(),
                new SigningPort.Request(
                        new SigningPort.Document(one.id(), sha256),
                        found.id(),
                        found.kind(),
                        stamp ? SignatureLevel.T : SignatureLevel.B),
                pin());
        showOne(
                made,
                List.of(
                        Column.of(text("signing.signed-at"), signature -> VietnamTime.moment(signature.signedAt())),
                        Column.of(text("signing.signer"), MadeSignature::signer),
                        Column.of(text("signing.file"), MadeSignature::fileName),
                        Column.of(text("signing.stamp"), signature -> text("signing.stamp." + signature.stamp()))));
    }

    private char[] pin() {
        try {
            String entered = session.readLine(text("signing.pin") + ": ", '*');
            return entered == null ? new char[0] : entered.toCharArray();
        } catch (IOException e) {
            throw new Unavailable("signing.no-terminal", e);
        }
    }
}
