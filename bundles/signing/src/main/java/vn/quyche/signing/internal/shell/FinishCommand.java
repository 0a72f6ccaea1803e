package vn.quyche.signing.internal.shell;

import java.util.Base64;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.OutsideSigning;

/**
 * Takes the value that a key elsewhere made, and makes the signature; before the last of several parts it shows what the key is
 * to sign next.
 */
@Service
@Command(scope = "signing", name = "finish", description = "Nhận giá trị chữ ký từ khóa ở ngoài máy chủ")
public final class FinishCommand extends QuycheCommand {

    @Argument(index = 0, name = "preparation", description = "Mã của lần chuẩn bị ký", required = true)
    private String preparation;

    @Argument(index = 1, name = "value", description = "Giá trị chữ ký, Base64", required = true)
    private String value;

    @Reference
    private OutsideSigning outside;

    @Override
    protected void run() {
        if (outside.get(caller(), preparation).goesOn()) {
            showOne(outside.next(caller(), preparation, decoded()), PrepareCommand.columns(this::text));
            return;
        }
        MadeSignature made = outside.finish(caller(), preparation, decoded());
        showOne(
                made,
                List.of(
                        Column.of(text("signing.signed-at"), one -> VietnamTime.moment(one.signedAt())),
                        Column.of(text("signing.signer"), MadeSignature::signer),
                        Column.of(text("signing.file"), MadeSignature::fileName)));
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(value.strip());
        } catch (IllegalArgumentException e) {
            throw new Invalid("value", "signing.no-base64");
        }
    }
}
