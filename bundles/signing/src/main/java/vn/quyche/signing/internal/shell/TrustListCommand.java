package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustCrl;
import vn.quyche.signing.api.TrustRegister;

/** Lists the authorities that are believed. */
@Service
@Command(scope = "signing", name = "trust-list", description = "Các tổ chức chứng thực đang được tin cậy")
public final class TrustListCommand extends QuycheListCommand {

    @Option(name = "--find", description = "Một phần tên")
    private String find;

    @Reference
    private TrustRegister trust;

    @Override
    protected void run() {
        show(
                trust.list(caller(), new TrustRegister.Query(Optional.empty(), Optional.ofNullable(find)), page()),
                List.of(
                        Column.of("id", TrustCertificate::id),
                        Column.of(text("verify.track"), row -> text("trust.track." + row.track())),
                        Column.of(text("trust.kind"), row -> text("trust.kind." + (row.root() ? "ROOT" : "BELOW"))),
                        Column.of(text("trust.subject"), TrustCertificate::subject),
                        Column.of(text("trust.until"), row -> VietnamTime.moment(row.notAfter())),
                        Column.of(
                                text("trust.crl"),
                                row -> row.crl()
                                        .map(TrustCrl::thisUpdate)
                                        .map(VietnamTime::moment)
                                        .orElse(text("trust.crl.none"))),
                        Column.of(text("trust.fingerprint"), TrustCertificate::fingerprint)));
    }
}
