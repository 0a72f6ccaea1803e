package vn.quyche.signing.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.TrustCrl;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.internal.model.RevocationList;

/** Loads a list of revoked certificates. */
@Service
@Command(scope = "signing", name = "crl-load", description = "Nạp danh sách chứng thư bị thu hồi (CRL)")
public final class CrlLoadCommand extends QuycheCommand {

    @Argument(name = "file", description = "Tệp CRL (DER hoặc PEM)", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Reference
    private TrustRegister trust;

    @Override
    protected void run() {
        TrustCrl crl = trust.loadCrl(caller(), ServerFile.read(file, RevocationList.LARGEST));
        say(text("trust.crl-loaded", crl.issuer(), VietnamTime.moment(crl.thisUpdate()), crl.entries()));
    }
}
