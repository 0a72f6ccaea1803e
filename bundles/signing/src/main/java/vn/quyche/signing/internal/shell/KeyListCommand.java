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
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;

/** Lists the keys that the server reaches. */
@Service
@Command(scope = "signing", name = "key-list", description = "Khóa ký trên máy chủ")
public final class KeyListCommand extends QuycheListCommand {

    @Option(name = "--find", description = "Một phần số thiết bị, nhà cung cấp, tên")
    private String find;

    @Option(name = "--kind", description = "DEVICE, FILE hoặc REMOTE")
    private SigningKey.Kind kind;

    @Reference
    private SigningKeys keys;

    @Override
    protected void run() {
        SigningKeys.Query query = new SigningKeys.Query(Optional.ofNullable(find), Optional.ofNullable(kind));
        show(
                keys.list(caller(), query, page()),
                List.of(
                        Column.of("id", SigningKey::tokenId),
                        Column.of(text("token.serial"), SigningKey::serial),
                        Column.of(text("signing.key.kind"), one -> text("signing.key.kind." + one.kind())),
                        Column.of(text("signing.key.library"), SigningKey::library),
                        Column.of(text("signing.key.scheme"), SigningKey::scheme),
                        Column.of(text("signing.key.confirmed"), one -> text(one.confirmed() ? "core.yes" : "core.no")),
                        Column.of(text("signing.key.wrong-pins"), one -> String.valueOf(one.wrongPins())),
                        Column.of(text("signing.key.added-at"), one -> VietnamTime.moment(one.addedAt()))));
    }
}
