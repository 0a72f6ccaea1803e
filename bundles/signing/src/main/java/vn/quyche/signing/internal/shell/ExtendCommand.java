package vn.quyche.signing.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.Column;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.internal.service.ProvenFiles;

/** Puts proofs that last into a signed file now. */
@Service
@Command(scope = "signing", name = "extend", description = "Bổ sung ngay bằng chứng lưu lâu dài vào tệp đã ký")
public final class ExtendCommand extends QuycheCommand {

    @Argument(name = "signature", description = "Mã chữ ký (signing:signatures --json)", required = true)
    private String signature;

    @Reference
    private ProvenFiles proven;

    @Override
    protected void run() {
        showOne(
                proven.extend(caller(), signature),
                List.of(
                        Column.of(text("signing.signer"), MadeSignature::signer),
                        Column.of(text("signing.file"), MadeSignature::fileName),
                        Column.of(text("signing.proofs"), one -> one.proofs().name())));
    }
}
