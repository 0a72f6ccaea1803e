package vn.quyche.signing.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.internal.model.AuthorityCertificate;

/** Adds an authority, or only shows its fingerprint. */
@Service
@Command(
        scope = "signing",
        name = "trust-add",
        description = "Thêm chứng thư của tổ chức chứng thực; không có --fingerprint thì chỉ cho xem")
public final class TrustAddCommand extends QuycheCommand {

    @Argument(name = "file", description = "Tệp chứng thư (DER hoặc PEM)", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--track", description = "OFFICIAL: công vụ; PUBLIC: công cộng")
    private TrustTrack track;

    @Option(name = "--fingerprint", description = "Dấu vân tay SHA-256 do tổ chức chứng thực công bố")
    private String fingerprint;

    @Reference
    private TrustRegister trust;

    @Override
    protected void run() {
        byte[] bytes = ServerFile.read(file, AuthorityCertificate.LARGEST);
        if (fingerprint == null) {
            TrustCertificate seen = trust.inspect(caller(), bytes);
            say(seen.subject());
            say(text("trust.fingerprint") + ": " + seen.fingerprint());
            return;
        }
        say(trust.add(caller(), bytes, Optional.ofNullable(track), fingerprint));
    }
}
