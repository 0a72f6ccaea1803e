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
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;

/** Lists the pictures of signatures and of the seal. */
@Service
@Command(scope = "signing", name = "picture-list", description = "Ảnh chữ ký, con dấu")
public final class PictureListCommand extends QuycheListCommand {

    @Option(name = "--kind", description = "SIGNATURE hoặc SEAL")
    private SignaturePicture.Kind kind;

    @Option(name = "--used", description = "Chỉ ảnh đang dùng")
    private boolean used;

    @Reference
    private SignaturePictures pictures;

    @Override
    protected void run() {
        SignaturePictures.Query query =
                new SignaturePictures.Query(Optional.ofNullable(kind), used ? Optional.of(true) : Optional.empty());
        show(
                pictures.list(caller(), query, page()),
                List.of(
                        Column.of("id", SignaturePicture::id),
                        Column.of(text("core.name"), SignaturePicture::personName),
                        Column.of(text("signing.picture.kind"), one -> text("signing.picture.kind." + one.kind())),
                        Column.of(text("signing.picture.width"), one -> String.valueOf(one.width())),
                        Column.of(text("signing.picture.added-at"), one -> VietnamTime.moment(one.addedAt())),
                        Column.of(
                                text("signing.picture.ended-at"),
                                one -> one.endedAt().map(VietnamTime::moment).orElse(""))));
    }
}
