package vn.quyche.signing.internal.duty;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.internal.service.TokenSight;

/** The token that somebody who joins should have by their post. Clause MT.11.1. */
@Component
@Regulated("MT.11.1")
public final class TokenJoining implements JoiningSource {

    private final TokenSight sight;

    @Activate
    public TokenJoining(@Reference TokenSight sight) {
        this.sight = sight;
    }

    @Override
    public String domain() {
        return "signing";
    }

    @Override
    public List<Item> items(String personId) {
        return sight.lacking().stream()
                .filter(lacking -> lacking.personId().equals(personId))
                .map(lacking -> new Item(
                        "token-" + lacking.kind(),
                        "MT.11.1",
                        lacking.kind() == SignatureKind.ORGANIZATION
                                ? "Nhận USB ký số của trường"
                                : "Nhận USB ký số cá nhân",
                        "/signing/tokens",
                        sight.keepers().stream().findFirst().orElse(""),
                        true))
                .toList();
    }

    /** Nobody confirms it: it is settled when the register has the token. */
    @Override
    public void settled(String personId, String itemKey) {
        // nothing to do
    }
}
