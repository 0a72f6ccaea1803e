package vn.quyche.district.internal.shell;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.district.api.NewPublication;
import vn.quyche.district.api.PublishedLists;
import vn.quyche.district.api.PublishedVersion;

/** Publishes what is recognised now. */
@Service
@Command(scope = "district", name = "publish", description = "Công bố danh sách nhóm chính thống")
public final class PublishCommand extends QuycheCommand {

    @Argument(index = 0, name = "number", description = "Số, ký hiệu văn bản", required = true)
    private String number;

    @Option(name = "--date", description = "Ngày ký, ví dụ 2026-05-03", required = true)
    private String date;

    @Option(name = "--signer", description = "Người ký", required = true)
    private String signer;

    @Option(name = "--effective", description = "Ngày có hiệu lực; bỏ trống: ngày ký")
    private String effective;

    @Option(name = "--note", description = "Ghi chú")
    private String note = "";

    @Reference
    private PublishedLists lists;

    @Override
    protected void run() {
        LocalDate signed = DayOption.read("--date", date);
        LocalDate from = effective == null ? signed : DayOption.read("--effective", effective);
        showOne(
                lists.publish(caller(), new NewPublication(number, signed, signer, from, note)),
                List.of(
                        Column.of(text("district.column.version"), PublishedVersion::version),
                        Column.of(text("district.column.groups"), PublishedVersion::groups),
                        Column.of(text("district.kind.ADDED"), PublishedVersion::added),
                        Column.of(text("district.kind.CHANGED"), PublishedVersion::changed),
                        Column.of(text("district.kind.REMOVED"), PublishedVersion::removed)));
    }
}
