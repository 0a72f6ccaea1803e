package vn.quyche.district.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.NewReview;
import vn.quyche.district.api.ReviewOutcome;

/** Decides on one group or several by one document. */
@Service
@Command(scope = "district", name = "review", description = "Ghi quyết định về một hoặc nhiều nhóm")
public final class ReviewCommand extends QuycheCommand {

    @Argument(index = 0, name = "outcome", description = "RECOGNISE, REFUSE hoặc ASK_CHANGE", required = true)
    private ReviewOutcome outcome;

    @Argument(index = 1, name = "groups", description = "Mã các nhóm", required = true, multiValued = true)
    private List<String> groups;

    @Option(name = "--number", description = "Số, ký hiệu văn bản")
    private String number = "";

    @Option(name = "--date", description = "Ngày ký, ví dụ 2026-05-03")
    private String date;

    @Option(name = "--signer", description = "Người ký")
    private String signer = "";

    @Option(name = "--reason", description = "Lý do")
    private String reason = "";

    @Option(name = "--confirm-name", description = "Lý do công nhận dù tên giống nhóm của trường khác")
    private String confirmName = "";

    @Reference
    private GroupReviews reviews;

    @Override
    protected void run() {
        NewReview review = new NewReview(
                outcome,
                number,
                Optional.ofNullable(date).map(day -> DayOption.read("--date", day)),
                signer,
                reason,
                confirmName);
        say(text("district.reviewed-many", reviews.decideAll(caller(), groups, review)));
    }
}
