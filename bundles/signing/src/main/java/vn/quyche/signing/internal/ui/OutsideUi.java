package vn.quyche.signing.internal.ui;

import java.util.List;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.RemoteConfirmations;
import vn.quyche.signing.api.RemoteServices;
import vn.quyche.signing.internal.service.KeyPermissions;
import vn.quyche.signing.internal.service.TokenPermissions;

/** The pages of keys that the server does not reach. */
final class OutsideUi {

    private static final String HOLD = TokenPermissions.HOLD;
    private static final String CHANGE = KeyPermissions.CHANGE;

    private final PreparationPages preparations;
    private final RemotePages remote;
    private final ConfirmationPages confirmations;

    OutsideUi(
            OutsideSigning outside,
            RemoteServices services,
            RemoteConfirmations confirming,
            SignedThings things,
            Messages messages,
            ConfirmationPages confirmations) {
        this.confirmations = confirmations;
        this.remote = new RemotePages(services, messages);
        this.preparations = new PreparationPages(outside, confirming, things, messages);
    }

    List<UiPage> pages() {
        return List.of(
                UiPage.of("/signing/preparations", HOLD, preparations::list),
                UiPage.of("/signing/preparations.csv", HOLD, preparations::export),
                UiPage.action("/signing/preparations/{id}/cancel", HOLD, preparations::list, preparations::cancel),
                UiPage.of("/signing/confirmations/{id}", HOLD, confirmations::detail),
                UiPage.of("/signing/remote", CHANGE, remote::list),
                UiPage.of("/signing/remote.csv", CHANGE, remote::export),
                UiPage.form("/signing/remote/{name}", CHANGE, remote::compose, remote::enter),
                UiPage.form("/signing/remote/{name}/keys", CHANGE, remote::keys, remote::addKey),
                UiPage.form("/signing/remote/{name}/remove", CHANGE, remote::askRemove, remote::remove));
    }
}
