package vn.quyche.core.security.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.core.security.internal.store.AccountStore;

/** The account that somebody who joins the school is given; settled at the latest when it is used with an own password. */
@Component
@Regulated("TT.15.1")
public final class AccountJoining implements JoiningSource {

    private final AccountStore accounts;

    @Activate
    public AccountJoining(@Reference AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public String domain() {
        return "security";
    }

    @Override
    public List<Item> items(String personId) {
        boolean used = accounts.findByPerson(personId)
                .filter(account -> !account.closed()
                        && !account.mustChange()
                        && account.lastSignIn().isPresent())
                .isPresent();
        return used
                ? List.of()
                : List.of(new Item(
                        "account",
                        "TT.15.1",
                        "Cấp tài khoản đăng nhập; người mới đăng nhập và đổi mật khẩu",
                        "/security/accounts",
                        "",
                        false));
    }

    @Override
    public void settled(String personId, String itemKey) {
        // The account is made on its own page, with its own permission.
    }
}
