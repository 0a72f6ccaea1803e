package vn.quyche.core.security.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Option;
import vn.quyche.core.api.PageRequest;

/** A shell command that shows a long list page by page. */
public abstract class QuycheListCommand extends QuycheCommand {

    @Option(name = "--size", description = "Số dòng mỗi trang")
    private int size = PageRequest.DEFAULT_SIZE;

    @Option(name = "--after", description = "Trang sau: giá trị in ở cuối trang trước")
    private String after;

    @Option(name = "--sort", description = "Sắp xếp theo cột; dấu trừ phía trước để xếp ngược, ví dụ --sort=-created")
    private String sort;

    /** The page asked for. */
    protected final PageRequest page() {
        return new PageRequest(size, Optional.ofNullable(after), Optional.ofNullable(sort));
    }
}
