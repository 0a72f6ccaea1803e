package vn.quyche.core.web.internal.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.osgi.framework.BundleContext;

/** Makes the CXF bus of a door, with a register of addresses of its own. */
public final class Buses {

    private Buses() {}

    /**
     * A bus and the addresses that it serves.
     *
     * @param bus the bus
     * @param addresses the addresses
     */
    public record Served(Bus bus, DestinationRegistry addresses) {}

    /** A new bus. @param context the bundle in whose name it works */
    public static Served create(BundleContext context) {
        return withLoader(CXFBusFactory.class.getClassLoader(), () -> {
            Map<Class<?>, Object> extensions = new HashMap<>();
            if (context != null) {
                extensions.put(BundleContext.class, context);
            }
            Bus bus = new CXFBusFactory().createBus(extensions);
            bus.setProperty(FaultListener.class.getName(), new QuietAboutClients());
            HTTPTransportFactory http = new HTTPTransportFactory(new DestinationRegistryImpl());
            DestinationFactoryManager factories = bus.getExtension(DestinationFactoryManager.class);
            HTTPTransportFactory.DEFAULT_NAMESPACES.forEach(
                    namespace -> factories.registerDestinationFactory(namespace, http));
            return new Served(bus, http.getRegistry());
        });
    }

    /**
     * Runs work with a context class loader: CXF and JAXB look for classes there. The thread, which serves requests, has
     * the bus that it had before when it comes back: CXF leaves the one that it made.
     */
    public static <T> T withLoader(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Bus busBefore = BusFactory.getThreadDefaultBus(false);
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            BusFactory.setThreadDefaultBus(busBefore);
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Keeps out of the log what is no event for it: a client that went away before its answer was sent, and SOAP faults,
     * which are logged where they are made when they are ours.
     */
    private static final class QuietAboutClients implements FaultListener {

        @Override
        public boolean faultOccurred(Exception error, String description, Message message) {
            return !(message instanceof SoapMessage || error.getCause() instanceof IOException);
        }
    }
}
