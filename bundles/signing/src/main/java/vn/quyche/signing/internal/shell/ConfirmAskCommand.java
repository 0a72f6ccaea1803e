package vn.quyche.signing.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.RemoteConfirmations;
import vn.quyche.signing.api.token.Tokens;

/** Sends a signature to the app of a remote service, where who has the key confirms it. */
@Service
@Command(scope = "signing", name = "confirm-ask", description = "Gửi yêu cầu xác nhận ký tới ứng dụng")
public final class ConfirmAskCommand extends QuycheCommand {

    @Argument(index = 0, name = "document", description = "Mã văn bản đi", required = true)
    private String document;

    @Argument(index = 1, name = "token", description = "Số thiết bị hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Option(name = "--scheme", description = "RSA_PKCS1, RSA_PSS hoặc ECDSA; để trống theo khóa đã thêm")
    private String scheme = "";

    @Option(name = "--stamp", description = "Xin dấu thời gian")
    private boolean stamp;

    @Reference
    private RemoteConfirmations confirmations;

    @Reference
    private Tokens tokens;

    @Reference
    private OutgoingDocuments documents;

    @Override
    protected void run() {
        showOne(
                confirmations.ask(
                        caller(),
                        PrepareCommand.order(
                                TokenArgument.find(tokens, caller(), token),
                                documents.get(caller(), document),
                                stamp,
                                scheme)),
                ConfirmCollectCommand.columns(this::text));
    }
}
