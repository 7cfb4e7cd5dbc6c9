<?php
$config = [
    'example-userpass' => [
        'exampleauth:UserPass',
        'erika:erika' => [
            'urn:oid:1.3.6.1.4.1.25484.494450.3' => ['simplesamlphp-erika'],
            'urn:oid:2.5.4.4' => ['Mustermann'],
        ],
    ],
];
