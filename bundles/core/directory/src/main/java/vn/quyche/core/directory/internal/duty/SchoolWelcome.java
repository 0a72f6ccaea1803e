package vn.quyche.core.directory.internal.duty;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.spi.JoiningSource;

/** What everybody who comes settles with the school itself: the pledge to keep what one will know confidential. */
@Component
@Regulated("MT.10.5")
public class SchoolWelcome implements JoiningSource {

    @Override
    public String domain() {
        return "directory";
    }

    @Override
    public List<Item> items(String personId) {
        return List.of(new Item(
                "confidentiality",
                "MT.10.5",
                "Cam kết bảo mật thông tin, tài khoản, dữ liệu được giao khi nhận việc",
                "",
                "",
                false));
    }

    @Override
    public void settled(String personId, String itemKey) {
        // The checklist itself is the evidence.
    }
}
