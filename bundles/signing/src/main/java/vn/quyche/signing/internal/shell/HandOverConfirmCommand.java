package vn.quyche.signing.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.token.TokenCustody;

/** Confirms the caller's side of a hand-over. */
@Service
@Command(scope = "signing", name = "hand-over-confirm", description = "Xác nhận bàn giao USB ký số")
public final class HandOverConfirmCommand extends QuycheCommand {

    @Argument(index = 0, name = "hand-over", description = "Mã bàn giao", required = true)
    private String handOver;

    @Reference
    private TokenCustody custody;

    @Override
    protected void run() {
        showOne(custody.confirm(caller(), handOver), TokenColumns.handOvers(this::text));
    }
}
