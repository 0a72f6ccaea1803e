package vn.quyche.core.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Tokens;
import vn.quyche.core.security.shell.QuycheCommand;

/** Revokes an API token. */
@Service
@Command(scope = "security", name = "token-revoke", description = "Thu hồi mã truy cập")
public final class RevokeToken extends QuycheCommand {

    @Argument(index = 0, name = "token", description = "Mã (security:token-list)", required = true)
    private String token;

    @Reference
    private Tokens tokens;

    @Override
    protected void run() {
        tokens.revoke(caller(), token);
    }
}
