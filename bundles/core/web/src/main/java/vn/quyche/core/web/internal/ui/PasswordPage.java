package vn.quyche.core.web.internal.ui;

import java.util.Map;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** Where people change their password, at the first sign-in before anything else. */
final class PasswordPage {

    private static final String PATH = "/password";
    private static final String NEXT = "next";

    private final Accounts accounts;

    PasswordPage(Accounts accounts) {
        this.accounts = accounts;
    }

    /** This page, for somebody who wanted another one: a link from elsewhere survives the first password. */
    static String before(String wanted) {
        String next = UiPath.local(wanted);
        return next.equals("/") ? PATH : PATH + "?" + NEXT + "=" + UiUrl.encode(next);
    }

    View show(UiRequest request) {
        return View.page(
                "password", Map.of("first", accounts.mine(request.caller()).mustChangePassword()));
    }

    View change(UiRequest request) {
        String wanted = request.form("newPassword");
        if (!wanted.equals(request.form("again"))) {
            throw new Invalid("again", "core.password.differs");
        }
        accounts.changePassword(request.caller(), request.form("currentPassword"), wanted, SessionKeys.of(request));
        return View.redirect(UiPath.local(request.query(NEXT).orElse("/")), "core.password.changed");
    }
}
