package vn.quyche.core.security.internal.shell;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Accounts.Filter;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.security.shell.QuycheCompleter;

/** User names. */
@Service
public final class AccountCompleter extends QuycheCompleter {

    @Reference
    private Accounts accounts;

    @Override
    protected Stream<String> candidates(Caller caller) {
        return accounts.list(caller, Filter.none(), PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .map(Account::userName);
    }
}
