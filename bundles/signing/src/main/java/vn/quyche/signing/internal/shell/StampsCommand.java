package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.document.SignatureForm;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.SignatureStamps;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.StampPart;
import vn.quyche.signing.api.StampPlace;
import vn.quyche.signing.api.token.SignatureKind;

/** Shows where the next signature on a document will be seen, and lays one part. */
@Service
@Command(scope = "signing", name = "stamps", description = "Chỗ hiện chữ ký trên văn bản; --part để đặt một phần")
public final class StampsCommand extends QuycheCommand {

    @Argument(name = "document", description = "Mã văn bản đi", required = true)
    private String document;

    @Option(name = "--part", description = "SIGNATURE, NUMBER, SEAL hoặc TEXT")
    private StampPart part;

    @Option(name = "--page", description = "Trang, từ 1")
    private int page = 1;

    @Option(name = "--x", description = "Cách mép trái, mm")
    private double x;

    @Option(name = "--y", description = "Cách mép trên, mm")
    private double y;

    @Option(name = "--width", description = "Rộng, mm (ảnh)")
    private double width;

    @Option(name = "--hide", description = "Không hiện phần này")
    private boolean hide;

    @Option(name = "--for-kind", description = "Dùng cho cả văn bản cùng loại sau này")
    private boolean forKind;

    @Reference
    private SignatureStamps stamps;

    @Reference
    private OutgoingDocuments documents;

    @Override
    protected void run() {
        OutgoingDocument one = documents.get(caller(), document);
        boolean again = one.form() == SignatureForm.DIGITAL;
        SigningPort.Document bytes =
                new SigningPort.Document(one.id(), again ? one.signedSha256() : one.approvedSha256());
        SignatureKind kind = again ? SignatureKind.ORGANIZATION : SignatureKind.PERSONAL;
        SignatureStamps.Seen seen = part == null
                ? stamps.seen(caller(), bytes, kind)
                : stamps.place(
                        caller(),
                        bytes,
                        kind,
                        Map.of(part, hide ? StampPlace.hidden() : new StampPlace(true, page, x, y, width)),
                        forKind);
        show(
                seen.parts(),
                List.of(
                        Column.of(
                                text("signing.stamp.shown"),
                                line -> line.place().shown() ? "x" : ""),
                        Column.of(text("signing.stamp.part"), line -> text("signing.stamp.part." + line.part())),
                        Column.of(
                                text("signing.stamp.page-number"),
                                line -> String.valueOf(line.place().page())),
                        Column.of(
                                text("signing.stamp.x"),
                                line -> String.valueOf(line.place().x())),
                        Column.of(
                                text("signing.stamp.y"),
                                line -> String.valueOf(line.place().y())),
                        Column.of(
                                text("signing.stamp.wide"),
                                line -> String.valueOf(line.place().width()))));
    }
}
