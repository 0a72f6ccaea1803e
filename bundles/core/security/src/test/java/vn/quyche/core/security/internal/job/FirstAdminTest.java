package vn.quyche.core.security.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.security.Accounts.Account;
import vn.quyche.core.api.security.Accounts.Filter;
import vn.quyche.core.api.security.Accounts.State;
import vn.quyche.core.api.security.Authenticator.SignIn;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.security.internal.service.World;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class FirstAdminTest {

    @TempDir
    Path folder;

    @OnEachDatabase
    void makesAnAdministratorAndLeavesThePasswordToTheOwnerOfTheFile(TestDatabase db) throws Exception {
        World world = new World(db);
        FirstAdmin first = new FirstAdmin(folder, world.accounts(), world.accountStore());
        first.stop();
        assertThat(first.essential()).isTrue();
        assertThat(first.check().status()).isEqualTo(HealthCheck.Status.OK);
        Path file = folder.resolve("initial-admin.txt");
        List<String> lines = Files.readAllLines(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        SignIn signIn = world.authenticator().signIn(World.origin("127.0.0.1"), lines.get(0), lines.get(1));
        assertThat(signIn.mustChangePassword()).isTrue();
        assertThat(world.accounts().mine(signIn.caller()).roles()).containsExactly("ADMIN");
    }

    @OnEachDatabase
    void isNotReadyWithoutTheAccountThatItCouldNotMake(TestDatabase db) throws Exception {
        World world = new World(db);
        FirstAdmin first = new FirstAdmin(folder, null, world.accountStore());
        first.stop();
        assertThat(first.check().status()).isEqualTo(HealthCheck.Status.DOWN);
        assertThat(first.check().detail()).contains("khởi động lại");
    }

    @OnEachDatabase
    void doesNothingWhenThereIsAnAccount(TestDatabase db) throws Exception {
        World world = new World(db);
        world.account("lan");
        new FirstAdmin(folder, world.accounts(), world.accountStore()).stop();
        assertThat(folder.resolve("initial-admin.txt")).doesNotExist();
        assertThat(world.accounts()
                        .list(Caller.system("test"), Filter.none(), PageRequest.first())
                        .items())
                .extracting(Account::userName)
                .containsExactly("lan");
    }

    @OnEachDatabase
    void closesTheAccountOfAPersonWhoLeft(TestDatabase db) {
        World world = new World(db);
        Caller lan = world.account("lan", Role.STAFF);
        PersonLeftListener listener = new PersonLeftListener(world.accounts());
        Event left = new Event("directory.person-left.v1", "p-lan", Map.of("personId", "p-lan"));
        listener.on("e1", left);
        listener.on("e1", left);
        assertThat(listener.types()).containsExactly(left.type());
        assertThat(world.accounts().get(Caller.system("test"), lan.accountId()).state())
                .isEqualTo(State.CLOSED);
    }
}
