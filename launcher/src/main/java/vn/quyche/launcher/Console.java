package vn.quyche.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the user sees. In UTF-8, whatever the locale; on a Windows console in what that one shows. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;

    Console(Os os) {
        Charset charset =
                os.isWindows() && System.console() != null ? System.console().charset() : StandardCharsets.UTF_8;
        this.out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        this.err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
    }

    void say(String line) {
        out.println(line);
    }

    void warn(String line) {
        err.println(line);
    }
}
