package vn.quyche.core.directory.internal.duty;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.spi.LeavingSource;

/**
 * What everybody settles with the school itself: the pledge to keep what one knows confidential, and for the head the
 * school's mailbox with its password and all data.
 */
@Component
@Regulated({"MT.10.5", "TT.6.3"})
public class SchoolHandover implements LeavingSource {

    private final Directory directory;
    private final Clock clock;

    @Activate
    public SchoolHandover(@Reference Directory directory, @Reference Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String domain() {
        return "directory";
    }

    @Override
    public List<Item> items(String personId) {
        List<Item> items = new ArrayList<>();
        items.add(item(
                "confidentiality",
                "MT.10.5",
                "Cam kết bảo mật thông tin đã biết sau khi rời trường; bàn giao tài khoản, dữ liệu không còn dùng"));
        boolean head = directory.holders(Post.PRINCIPAL, VietnamTime.today(clock)).stream()
                .anyMatch(person -> person.id().equals(personId));
        if (head) {
            items.add(
                    item(
                            "head-mailbox",
                            "TT.6.3",
                            "Bàn giao hộp thư công vụ của trường, mật khẩu và toàn bộ dữ liệu cho người kế nhiệm, kèm bảng kê"));
        }
        return items;
    }

    @Override
    public void settled(String personId, String itemKey) {
        // The checklist itself is the evidence.
    }

    /** Received by whoever receives for the school. */
    private static Item item(String key, String clause, String title) {
        return new Item(key, clause, title, "", "");
    }
}
