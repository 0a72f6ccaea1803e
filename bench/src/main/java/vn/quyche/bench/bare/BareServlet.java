package vn.quyche.bench.bare;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.ServletController;
import org.apache.cxf.transport.servlet.servicelist.ServiceListGeneratorServlet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves {@link BareResource} under {@code /bench/bare}: the same CXF, Jackson, HTTP server and pool as the school has. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("bench-bare")
@HttpWhiteboardServletPattern("/bench/*")
public final class BareServlet extends HttpServlet {

    private static final String TABLE = "create table bench_row (id varchar(26) not null primary key,"
            + " group_id varchar(26) not null, title varchar(200) not null, body varchar(32000) not null,"
            + " requirement varchar(20) not null, deadline bigint not null)";

    private final transient DataSource pool;
    private final transient Bus bus;
    private final transient HTTPTransportFactory http;
    private transient ServletController controller;

    @Activate
    public BareServlet(BundleContext context, @Reference(target = "(quyche.pool=true)") DataSource pool)
            throws SQLException {
        this.pool = pool;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        } catch (SQLException exists) {
            if (!List.of("X0Y32", "42P07").contains(exists.getSQLState())) {
                throw exists;
            }
        }
        bus = new CXFBusFactory().createBus(Map.of(BundleContext.class, context));
        http = new HTTPTransportFactory(new DestinationRegistryImpl());
        DestinationFactoryManager factories = bus.getExtension(DestinationFactoryManager.class);
        HTTPTransportFactory.DEFAULT_NAMESPACES.forEach(
                namespace -> factories.registerDestinationFactory(namespace, http));
    }

    @Override
    public void init() throws ServletException {
        JAXRSServerFactoryBean server = new JAXRSServerFactoryBean();
        server.setBus(bus);
        server.setAddress("/bare");
        server.setServiceBeans(List.of(new BareResource(pool)));
        server.setProvider(new JacksonJsonProvider());
        server.create();
        controller = new ServletController(
                http.getRegistry(), getServletConfig(), new ServiceListGeneratorServlet(http.getRegistry(), bus));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        controller.invoke(request, response);
    }

    /** Closes the service. */
    @Deactivate
    public void stop() {
        bus.shutdown(true);
    }
}
