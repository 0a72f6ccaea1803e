package vn.quyche.core.document.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import vn.quyche.core.api.document.Books.Direction;

@Entity(name = "Book")
@Table(name = "book", schema = "q_document")
class BookEntity {
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    Direction direction;

    String name;

    @Column(name = "secret_place")
    String secretPlace;

    boolean general;

    long version;
}
