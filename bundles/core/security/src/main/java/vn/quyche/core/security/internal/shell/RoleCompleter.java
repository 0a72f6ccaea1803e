package vn.quyche.core.security.internal.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Roles;
import vn.quyche.core.api.security.Roles.RoleView;
import vn.quyche.core.security.shell.QuycheCompleter;

/** Codes of roles. */
@Service
public final class RoleCompleter extends QuycheCompleter {

    @Reference
    private Roles roles;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return roles.list(caller).stream().map(RoleView::code);
    }
}
