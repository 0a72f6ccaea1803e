package vn.quyche.signing.internal.duty;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.spi.LeavingSource;
import vn.quyche.signing.api.token.TokenState;
import vn.quyche.signing.internal.service.TokenReturns;
import vn.quyche.signing.internal.service.TokenSight;
import vn.quyche.signing.internal.store.JpaTokenStore;

/** Tokens that somebody who leaves the school gives back. Clause MT.11.5. */
@Component
@Regulated("MT.11.5")
public final class TokenLeaving implements LeavingSource {

    private final JpaTokenStore tokens;
    private final TokenSight sight;
    private final TokenReturns returns;

    @Activate
    public TokenLeaving(@Reference JpaTokenStore tokens, @Reference TokenSight sight, @Reference TokenReturns returns) {
        this.tokens = tokens;
        this.sight = sight;
        this.returns = returns;
    }

    @Override
    public String domain() {
        return "signing";
    }

    @Override
    public List<Item> items(String personId) {
        String receiver = sight.receiver(personId).orElse("");
        return tokens.with(personId).stream()
                .filter(token -> token.state() != TokenState.LOST)
                .map(token -> new Item(
                        token.id(),
                        "MT.11.5",
                        "Trả USB ký số " + token.serial(),
                        "/signing/tokens/" + token.id(),
                        receiver))
                .toList();
    }

    @Override
    public void settled(String personId, String itemKey) {
        returns.returned(itemKey, personId);
    }
}
