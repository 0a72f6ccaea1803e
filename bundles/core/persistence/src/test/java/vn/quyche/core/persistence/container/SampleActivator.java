package vn.quyche.core.persistence.container;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.web.HealthCheck;

/** What the sample bundle does inside the container on behalf of the test outside, which knows none of its types. */
public final class SampleActivator implements BundleActivator, Function<String, String> {

    private static final String PID = "vn.quyche.core.persistence";

    private BundleContext context;

    @Override
    public void start(BundleContext bundle) {
        context = bundle;
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("sample", "true");
        bundle.registerService(Function.class, this, properties);
    }

    @Override
    public void stop(BundleContext bundle) {
        // The framework takes the service away.
    }

    @Override
    public String apply(String command) {
        String[] words = command.split(" ");
        return switch (words[0]) {
            case "add" -> {
                one(JpaTemplate.class, "(osgi.unit.name=tree)").tx(em -> em.persist(leaf(words[1])));
                yield "";
            }
            case "add-in-tx" -> {
                addInTx(words[1], words[2]);
                yield "";
            }
            case "add-and-fail" -> addAndFail(words[1], words[2]);
            case "list" -> String.join(",", list());
            case "health" -> health(words[1]);
            case "config" -> configure(words);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private void addInTx(String first, String second) {
        JpaTemplate jpa = one(JpaTemplate.class, "(osgi.unit.name=tree)");
        one(Tx.class, null).run(() -> {
            jpa.tx(em -> em.persist(leaf(first)));
            if (!list().contains(first)) {
                throw new IllegalStateException("does not see its own write");
            }
            jpa.tx(em -> em.persist(leaf(second)));
        });
    }

    private String addAndFail(String first, String second) {
        try {
            one(Tx.class, null).run(() -> {
                addInTx(first, second);
                throw new IllegalArgumentException("failed as asked");
            });
            return "committed";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private List<String> list() {
        return one(JpaTemplate.class, "(osgi.unit.name=tree)")
                .txExpr(em -> em.createQuery("select l.name from Leaf l order by l.name", String.class)
                        .getResultList());
    }

    private String health(String name) {
        try {
            for (ServiceReference<HealthCheck> reference : context.getServiceReferences(HealthCheck.class, null)) {
                HealthCheck check = context.getService(reference);
                // a check may go between being named and being taken
                if (check != null && check.name().equals(name)) {
                    return check.check().status() + " " + check.check().detail();
                }
            }
            return "none";
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private String configure(String... words) {
        try {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("url", words[1]);
            if (words.length > 2) {
                properties.put("user", words[2]);
            }
            one(ConfigurationAdmin.class, null).getConfiguration(PID, "?").update(properties);
            return "";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T one(Class<T> type, String filter) {
        try {
            return context.getServiceReferences(type, filter).stream()
                    .findFirst()
                    .map(context::getService)
                    .orElseThrow(() -> new IllegalStateException("no " + type + " " + filter));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Leaf leaf(String name) {
        Leaf leaf = new Leaf();
        leaf.name = name;
        return leaf;
    }
}
