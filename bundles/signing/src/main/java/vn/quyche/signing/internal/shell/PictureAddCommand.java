package vn.quyche.signing.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.internal.model.PictureFile;

/** Brings in the picture of a signature, or of the seal. */
@Service
@Command(scope = "signing", name = "picture-add", description = "Thêm ảnh chữ ký của một người, hoặc ảnh con dấu")
public final class PictureAddCommand extends QuycheCommand {

    @Argument(name = "file", description = "Tệp PNG nền trong suốt", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--person", description = "Mã người ký; không có thì là con dấu")
    private String person;

    @Option(name = "--width", description = "Rộng trên giấy, mm", required = true)
    private double width;

    @Option(name = "--reason", description = "Căn cứ", required = true)
    private String reason;

    @Reference
    private SignaturePictures pictures;

    @Override
    protected void run() {
        SignaturePicture added = pictures.add(
                caller(),
                new SignaturePictures.NewPicture(
                        person == null ? SignaturePicture.Kind.SEAL : SignaturePicture.Kind.SIGNATURE,
                        person,
                        width,
                        reason,
                        ServerFile.read(file, PictureFile.MOST_BYTES)));
        say(text("signing.picture.added") + ": " + added.id() + " · " + added.personName());
    }
}
