package de.stadttor.files;

class InMemoryContentsTest implements ContentStoreContract {

    private final ContentStore contents = new InMemoryContents();

    @Override
    public ContentStore contents() {
        return contents;
    }
}
