package vn.quyche.core.compliance.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidenceFileQuery;
import vn.quyche.core.compliance.internal.service.EvidenceFiles;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;

/** Lists evidence files. */
@Service
@Command(scope = "regulation", name = "evidence-list", description = "Danh sách hồ sơ minh chứng, mới nhất trước")
public final class ListEvidenceFiles extends QuycheListCommand {

    @Option(name = "--state", description = "RUNNING, READY, FAILED hoặc CANCELLED")
    private String state;

    @Option(name = "--regulation", description = "Mã quy chế")
    @Completion(RegulationCompleter.class)
    private String regulation;

    @Reference
    private EvidenceFiles files;

    @Override
    protected void run() {
        EvidenceFileQuery query = new EvidenceFileQuery(
                Optional.ofNullable(state)
                        .map(name -> Form.constant(EvidenceFile.State.class, name)
                                .orElseThrow(() -> new Invalid("state", "compliance.evidence-bad-state"))),
                Optional.ofNullable(regulation));
        show(
                files.list(caller(), query, page()),
                List.of(
                        Column.of("Mã", one -> one.file().id()),
                        Column.of("Quy chế", one -> one.file().title()),
                        Column.of("Từ", one -> one.file().days().from()),
                        Column.of("Đến", one -> one.file().days().to()),
                        Column.of(
                                "Trạng thái",
                                one -> text(
                                        "compliance.evidence-file." + one.file().state())),
                        Column.of("Người yêu cầu", one -> one.file().requestedName()),
                        Column.of("Lúc", one -> VietnamTime.moment(one.file().requestedAt()))));
    }
}
