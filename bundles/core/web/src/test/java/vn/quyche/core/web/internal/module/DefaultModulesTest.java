package vn.quyche.core.web.internal.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.Modules;
import vn.quyche.core.web.internal.http.TestDoors;
import vn.quyche.testkit.FakeRegulations;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;

class DefaultModulesTest {

    private static final Clause CLAUSE =
            new Clause("BC.6.8", "group", Clause.Kind.LIMIT, "10 ảnh", "từ chối", "Điều 6 khoản 8");

    private final Caller admin = TestCaller.person("admin");
    private final Caller teacher = TestCaller.person("teacher");
    private final TestAccess access = TestAccess.nothing().grant(admin, "platform:operate");
    private final TestActs acts = new TestActs(access);
    private final TestDoors.FakeAudit audit = new TestDoors.FakeAudit();
    private final FakeFeatures features = new FakeFeatures();
    private final Modules modules =
            new DefaultModules(features, new FakeRegulations().with(CLAUSE), access, acts, audit);

    private static final class FakeFeatures implements Features {

        private final List<Installed> installed = new ArrayList<>(List.of(
                new Installed("audit", "vn.quyche.core.audit", "Audit", "1.0.0", true),
                new Installed("group", "vn.quyche.group", "Group", "1.0.0", false)));
        private boolean broken;
        private boolean dropped;

        @Override
        public List<Installed> installed() {
            return installed;
        }

        @Override
        public List<Known> known() {
            return List.of(new Known("group", "quyche-group", "Nhóm"), new Known("mail", "quyche-mail", "Thư điện tử"));
        }

        @Override
        public void install(Known domain) {
            if (broken) {
                throw new FeatureFailure(new IllegalStateException("unresolved"));
            }
            installed.add(new Installed(domain.domain(), "vn.quyche." + domain.domain(), "", "1.0.0", true));
        }

        @Override
        public boolean dropped(Known domain) {
            return dropped;
        }

        @Override
        public void uninstall(Known domain) {
            installed.removeIf(bundle -> bundle.domain().equals(domain.domain()));
        }
    }

    @Test
    void showsWhatIsInstalledAndWhatCouldBe() {
        assertThat(modules.list(admin))
                .extracting(Modules.Module::domain, Modules.Module::state, Modules.Module::clauses)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("group", Modules.State.STOPPED, 1),
                        org.assertj.core.groups.Tuple.tuple("mail", Modules.State.AVAILABLE, 0),
                        org.assertj.core.groups.Tuple.tuple("audit", Modules.State.ACTIVE, 0));
    }

    @Test
    void installsAndRemovesADomainAsAnAct() {
        modules.install(admin, "mail");
        modules.uninstall(admin, "group");

        assertThat(features.installed).extracting(Features.Installed::domain).containsExactly("audit", "mail");
        assertThat(acts.done())
                .extracting(TestActs.Done::action)
                .containsExactly("platform.install-module", "platform.uninstall-module");
    }

    @Test
    void letsNobodyElse() {
        assertThatThrownBy(() -> modules.list(teacher)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> modules.install(teacher, "mail")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> modules.uninstall(teacher, "group")).isInstanceOf(Forbidden.class);

        assertThat(features.installed).hasSize(2);
        assertThat(acts.refused()).hasSize(2);
    }

    @Test
    void keepsTheCore() {
        assertThatThrownBy(() -> modules.uninstall(admin, "audit"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("web.module-core");
    }

    @Test
    void leavesToTheDeployFolderWhatCameThroughIt() {
        features.dropped = true;

        assertThatThrownBy(() -> modules.uninstall(admin, "group"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("web.module-dropped");
        assertThat(features.installed).extracting(Features.Installed::domain).contains("group");
    }

    @Test
    void refusesWhatIsUnknownOrThereAlready() {
        assertThatThrownBy(() -> modules.install(admin, "../etc")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> modules.uninstall(admin, "mail")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> modules.install(admin, "group")).isInstanceOf(Conflict.class);
    }

    @Test
    void saysThatTheContainerFailedAndWritesItDown() {
        features.broken = true;

        assertThatThrownBy(() -> modules.install(admin, "mail"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("web.module-failed");
        assertThat(audit.refused).singleElement().asString().endsWith("mail web.module-failed");
    }
}
