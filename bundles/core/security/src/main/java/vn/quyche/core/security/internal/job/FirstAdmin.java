package vn.quyche.core.security.internal.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.security.Accounts;
import vn.quyche.core.api.security.Accounts.Created;
import vn.quyche.core.api.security.Accounts.NewAccount;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.security.internal.store.AccountStore;

/**
 * Makes the account {@code admin} when there is no account at all, and leaves its password in a file for the installer.
 *
 * <p>To hash a password takes as long as it is meant to take, so it is done beside the rest of the start; the school is
 * not ready before.
 */
@Component(immediate = true)
public final class FirstAdmin implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final String USER_NAME = "admin";
    private static final String NAME = "Quản trị hệ thống";
    private static final String FILE = "initial-admin.txt";
    private static final long PATIENCE_MS = 10_000;

    private final Thread making;
    private volatile boolean failed;

    @Activate
    public FirstAdmin(BundleContext context, @Reference Accounts accounts, @Reference AccountStore store) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("quyche.data"))
                        .orElseGet(() -> context.getProperty("karaf.data"))),
                accounts,
                store);
    }

    FirstAdmin(Path dataFolder, Accounts accounts, AccountStore store) {
        // Looked at before anything else can make an account.
        boolean first = !store.any();
        this.making = new Thread(() -> make(dataFolder, accounts), "quyche-first-admin");
        if (first) {
            making.start();
        }
    }

    /** Waits until the account is made: what it needs goes next. */
    @Deactivate
    void stop() throws InterruptedException {
        making.join(PATIENCE_MS);
    }

    @Override
    public String name() {
        return "security.first-account";
    }

    @Override
    public boolean essential() {
        return true;
    }

    @Override
    public Result check() {
        if (making.isAlive()) {
            return Result.down("Đang tạo tài khoản quản trị đầu tiên");
        }
        return failed
                ? Result.down("Không tạo được tài khoản quản trị đầu tiên: xem nhật ký, rồi khởi động lại máy chủ")
                : Result.ok("Đã có tài khoản");
    }

    private void make(Path dataFolder, Accounts accounts) {
        try {
            NewAccount admin = new NewAccount(USER_NAME, NAME, Optional.empty(), Set.of(Role.ADMIN.name()));
            Created created = accounts.create(Caller.system("first-start"), "", admin);
            leave(dataFolder.resolve(FILE), created.initialPassword().orElseThrow());
        } catch (RuntimeException e) {
            failed = true;
            LOG.error("The first account could not be made; it is tried again at the next start", e);
        }
    }

    private static void leave(Path file, String password) {
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            createPrivate(file);
            Files.writeString(file, USER_NAME + "\n" + password + "\n");
            LOG.info("The first account was made: user name and initial password are in {}", file);
        } catch (IOException e) {
            LOG.error(
                    "The first account was made, but its password could not be written to {}: set a new one on the local"
                            + " console with security:account-reset {}",
                    file,
                    USER_NAME,
                    e);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
