package vn.quyche.signing.internal.ui;

import java.util.List;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.internal.service.TrustPermissions;

/** Pages on which files are verified, by anyone or by those who are signed in, and the register of what is believed. */
final class VerificationUi {

    private final VerificationPages visitors;
    private final VerificationPages members;
    private final TrustPages trust;

    VerificationUi(Verifications verifications, TrustRegister trust, Messages messages) {
        this.visitors = new VerificationPages(verifications, messages, "/signing/verify", true);
        this.members = new VerificationPages(verifications, messages, "/signing/check", false);
        this.trust = new TrustPages(trust, messages);
    }

    /** The page for those who are signed in. */
    VerificationPages members() {
        return members;
    }

    List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.DOCUMENTS, 80, "/signing/check", "verify.nav", "patch-check", ""),
                new NavEntry(
                        NavEntry.Section.ADMIN,
                        80,
                        "/signing/trust",
                        "trust.nav",
                        "shield-check",
                        TrustPermissions.READ));
    }

    List<UiPage> pages() {
        return List.of(
                UiPage.form("/signing/check", "", members::show, members::verify),
                UiPage.form("/signing/check/revision", "", members::askRevision, members::revision),
                UiPage.of("/signing/trust", TrustPermissions.READ, trust::list),
                UiPage.of("/signing/trust.csv", TrustPermissions.READ, trust::export),
                UiPage.form("/signing/trust/new", TrustPermissions.CHANGE, trust::compose, trust::add),
                UiPage.form("/signing/trust/crl", TrustPermissions.CHANGE, trust::composeCrl, trust::loadCrl),
                UiPage.of("/signing/trust/{id}", TrustPermissions.READ, trust::detail),
                UiPage.form("/signing/trust/{id}/remove", TrustPermissions.CHANGE, trust::askRemove, trust::remove));
    }

    List<UiPage> visitorPages() {
        return List.of(
                UiPage.form("/signing/verify", "", visitors::show, visitors::verify),
                UiPage.form("/signing/verify/revision", "", visitors::askRevision, visitors::revision));
    }
}
