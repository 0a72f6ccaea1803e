package vn.quyche.signing.internal.ui;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.internal.service.TrustPermissions;

/** Pages on which files are verified, by anyone or by those who are signed in, and the register of what is believed. */
@Component(service = UiModule.class)
public final class VerificationUi implements UiModule {

    private final VerificationPages visitors;
    private final VerificationPages members;
    private final TrustPages trust;

    @Activate
    public VerificationUi(
            @Reference Verifications verifications, @Reference TrustRegister trust, @Reference Messages messages) {
        this.visitors = new VerificationPages(verifications, messages, "/signing/verify", true);
        this.members = new VerificationPages(verifications, messages, "/signing/check", false);
        this.trust = new TrustPages(trust, messages);
    }

    @Override
    public String id() {
        return "signing";
    }

    @Override
    public List<NavEntry> nav() {
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

    @Override
    public List<UiPage> pages() {
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

    @Override
    public List<UiPage> visitorPages() {
        return List.of(
                UiPage.form("/signing/verify", "", visitors::show, visitors::verify),
                UiPage.form("/signing/verify/revision", "", visitors::askRevision, visitors::revision));
    }
}
