package vn.quyche.signing.internal.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.signing.api.CopyKind;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignedCopies;
import vn.quyche.signing.api.SignedCopy;
import vn.quyche.signing.api.token.Tokens;

/** Certifies a copy with the school's token; the PIN is asked for and not shown. */
@Service
@Command(scope = "signing", name = "copy", description = "Sao y, trích sao, sao lục một tệp PDF; hỏi mã PIN")
public final class CopyMakeCommand extends QuycheCommand {

    private static final int MOST = 20 << 20;

    @Argument(index = 0, name = "file", description = "Tệp PDF", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Argument(index = 1, name = "token", description = "Số thiết bị của trường hoặc mã", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Option(name = "--kind", description = "CERTIFIED, EXTRACT hoặc RECERTIFIED")
    private CopyKind kind = CopyKind.CERTIFIED;

    @Option(name = "--source", description = "Số, ký hiệu văn bản được sao", required = true)
    private String source;

    @Option(name = "--basis", description = "Ai cho sao", required = true)
    private String basis;

    @Option(name = "--pages", description = "Trang trích sao, ví dụ 1,3-4")
    private String pages;

    @Option(name = "--stamp", description = "Xin dấu thời gian")
    private boolean stamp;

    @Reference
    private SignedCopies copies;

    @Reference
    private Tokens tokens;

    @Reference
    private Session session;

    @Override
    protected void run() {
        SignedCopy made = copies.make(
                caller(),
                new SignedCopies.NewCopy(
                        kind,
                        source,
                        basis,
                        pages,
                        Optional.empty(),
                        String.valueOf(Path.of(file).getFileName()),
                        ServerFile.read(file, MOST),
                        TokenArgument.find(tokens, caller(), token).id(),
                        stamp ? SignatureLevel.T : SignatureLevel.B),
                pin());
        say(made.code() + " · " + made.id() + " · " + made.fileName());
    }

    private char[] pin() {
        try {
            String entered = session.readLine(text("signing.pin") + ": ", '*');
            return entered == null ? new char[0] : entered.toCharArray();
        } catch (IOException e) {
            throw new Unavailable("signing.no-terminal", e);
        }
    }
}
