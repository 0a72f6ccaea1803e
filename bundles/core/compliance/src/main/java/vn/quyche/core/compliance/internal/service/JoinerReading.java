package vn.quyche.core.compliance.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.core.compliance.internal.model.Edition;
import vn.quyche.core.compliance.internal.store.JpaEditionStore;

/** Regulations in force that somebody who joins the school has not acknowledged; settled by reading, by nobody else. */
@Component
@Regulated({"TA.12a", "MT.13"})
public final class JoinerReading implements JoiningSource {

    private final JpaEditionStore editions;
    private final Clock clock;

    @Activate
    public JoinerReading(@Reference JpaEditionStore editions, @Reference Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public String domain() {
        return "compliance";
    }

    @Override
    public List<Item> items(String personId) {
        LocalDate today = VietnamTime.today(clock);
        return editions.decided().stream()
                .filter(edition -> edition.state(today) == Edition.State.IN_FORCE)
                .filter(edition -> edition.kind() != Edition.Kind.REPEAL)
                .filter(edition -> editions.receipt(edition.id(), personId).isEmpty())
                .map(JoinerReading::item)
                .toList();
    }

    @Override
    public void settled(String personId, String itemKey) {
        // The acknowledgement itself is the evidence.
    }

    private static Item item(Edition edition) {
        return new Item(
                edition.id(),
                "TA.12a",
                "Đọc và xác nhận: " + edition.content().title(),
                "/compliance/editions/" + edition.id() + "/acknowledge",
                "",
                true);
    }
}
