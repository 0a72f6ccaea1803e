package vn.quyche.core.persistence.container;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The entity of the sample bundles. */
@Entity
@Table(schema = "q_tree", name = "leaf")
public class Leaf {

    @Id
    String name;
}
