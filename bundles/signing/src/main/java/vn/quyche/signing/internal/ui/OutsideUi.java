package vn.quyche.signing.internal.ui;

import java.util.List;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.internal.service.TokenPermissions;

/** The pages of keys that the server does not reach. */
final class OutsideUi {

    private static final String HOLD = TokenPermissions.HOLD;

    private final PreparationPages preparations;

    OutsideUi(OutsideSigning outside, Messages messages) {
        this.preparations = new PreparationPages(outside, messages);
    }

    List<UiPage> pages() {
        return List.of(
                UiPage.of("/signing/preparations", HOLD, preparations::list),
                UiPage.of("/signing/preparations.csv", HOLD, preparations::export),
                UiPage.action("/signing/preparations/{id}/cancel", HOLD, preparations::list, preparations::cancel));
    }
}
