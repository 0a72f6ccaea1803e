package vn.quyche.signing.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.Page;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheListCommand;
import vn.quyche.signing.api.RemoteServices;

/** Lists remote signing services, or the keys of one. */
@Service
@Command(scope = "signing", name = "remote-services", description = "Dịch vụ ký từ xa và khóa ở đó")
public final class RemoteServicesCommand extends QuycheListCommand {

    @Argument(index = 0, name = "service", description = "Tên dịch vụ, để xem khóa ở đó")
    private String service;

    @Option(name = "--find", description = "Một phần tên, địa chỉ, tài khoản của dịch vụ")
    private String find;

    @Option(name = "--entered", description = "Chỉ dịch vụ đã có tài khoản")
    private boolean entered;

    @Reference
    private RemoteServices services;

    @Override
    protected void run() {
        if (service == null) {
            RemoteServices.Query query =
                    new RemoteServices.Query(Optional.ofNullable(find), entered ? Optional.of(true) : Optional.empty());
            show(
                    services.list(caller(), query, page()),
                    List.of(
                            Column.of(text("signing.remote.name"), RemoteServices.Service::name),
                            Column.of(text("signing.remote.address"), RemoteServices.Service::address),
                            Column.of(text("signing.remote.user"), RemoteServices.Service::user)));
        } else {
            show(
                    new Page<>(services.credentials(caller(), service), Optional.empty()),
                    List.of(
                            Column.of("ID", RemoteServices.Credential::id),
                            Column.of(text("signing.signer"), RemoteServices.Credential::subject),
                            Column.of(text("token.serial"), RemoteServices.Credential::serial)));
        }
    }
}
