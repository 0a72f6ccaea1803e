package vn.quyche.core.security.internal.jaas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The realm {@code quyche}: the accounts of the platform, and besides them the public keys of {@code etc/keys.properties},
 * with which {@code bin/client} on the same machine comes in.
 */
@Component
public final class QuycheRealm implements JaasRealm {

    private static final String KEYS_BUNDLE = "org.apache.karaf.jaas.modules";
    private static final String KEYS_MODULE = "org.apache.karaf.jaas.modules.publickey.PublickeyLoginModule";

    private final BundleContext context;
    private final ShellSignIn signIn;

    @Activate
    public QuycheRealm(BundleContext context, @Reference ShellSignIn signIn) {
        this.context = context;
        this.signIn = signIn;
    }

    @Override
    public String getName() {
        return "quyche";
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        List<AppConfigurationEntry> entries = new ArrayList<>();
        entries.add(entry(
                QuycheLoginModule.class.getName(), context.getBundle(), Map.of(QuycheLoginModule.SIGN_IN, signIn)));
        keysBundle()
                .ifPresent(bundle -> entries.add(entry(
                        KEYS_MODULE, bundle, Map.of("users", context.getProperty("karaf.etc") + "/keys.properties"))));
        return entries.toArray(AppConfigurationEntry[]::new);
    }

    private Optional<Bundle> keysBundle() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> KEYS_BUNDLE.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    private AppConfigurationEntry entry(String module, Bundle bundle, Map<String, Object> own) {
        Map<String, Object> options = new HashMap<>(own);
        options.put(ProxyLoginModule.PROPERTY_MODULE, module);
        options.put(ProxyLoginModule.PROPERTY_BUNDLE, Long.toString(bundle.getBundleId()));
        options.put(BundleContext.class.getName(), context);
        return new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.SUFFICIENT, options);
    }
}
